using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.SubscriberHandlerShapeRule, Foldstream.CodeFixes.HandlerShapeFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class SubscriberHandlerShapeTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);
        public sealed record Plain;
        public sealed class Transaction;

        """;

    [Fact]
    public async Task A_handler_returns_nothing_where_its_body_allows_it() => await Verify.VerifyCodeFixAsync(
        Events + "[Subscription(\"mailer\")] public partial class Mailer { private int count; private int [|Handle|](Opened e) => count++; }",
        Events + "[Subscription(\"mailer\")] public partial class Mailer { private int count; private void Handle(Opened e) => count++; }");

    [Theory]
    [InlineData("void Handle<T>(T e) { }", "it has type parameters", "Task Handle(TEvent e)")]
    [InlineData("Task<int> Handle(Opened e) => null!;", "it returns neither nothing nor a 'Task' or 'ValueTask' without a value", "Task Handle(Opened e)")]
    [InlineData("void Handle(ref Opened e) { }", "its parameters are not one event and, if it wants them, an 'EventContext' and a 'CancellationToken', by value", "Task Handle(Opened e)")]
    [InlineData("void Handle(EventContext context, Opened e) { }", "its parameters are not one event and, if it wants them, an 'EventContext' and a 'CancellationToken', by value", "Task Handle(Opened e)")]
    [InlineData("void Handle(Opened e, CancellationToken one, CancellationToken two) { }", "its parameters are not one event and, if it wants them, an 'EventContext' and a 'CancellationToken', by value", "Task Handle(Opened e)")]
    [InlineData("void Handle() { }", "its parameters are not one event and, if it wants them, an 'EventContext' and a 'CancellationToken', by value", "Task Handle(TEvent e)")]
    [InlineData("void Handle(Plain e) { }", "'Plain' is not marked with [Event]", "Task Handle(TEvent e)")]
    [InlineData("void Handle(List<TypedEvent> events) { }", "'List<TypedEvent>' is not marked with [Event]", "Task Handle(TEvent e)")]
    [InlineData("void Handle(IReadOnlyList<TypedEvent> events, EventContext context) { }", "its parameters are not the events and, if it wants one, a 'CancellationToken', by value", "Task Handle(IReadOnlyList<TypedEvent> events)")]
    public async Task The_message_says_what_is_wrong_with_a_handler_of_a_subscription(string handler, string reason, string signature)
    {
        var found = await Verify.VerifyAnalyzerAsync(Events + "[Subscription(\"mailer\")] public partial class Mailer { " + Marked(handler) + " }");

        Assert.Equal([$"'Handle' of subscription 'Mailer' is no handler, because {reason}: write '{signature}'"], found.Messages());
    }

    [Fact]
    public async Task The_message_says_what_is_wrong_with_a_handler_of_a_projector()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events + "[Projector(\"ledger\")] public partial class Ledger { void [|Project|](Opened e, Transaction one, Transaction two) { } void [|Project|](IReadOnlyList<TypedEvent> events, Transaction transaction) { } }");

        Assert.Equal(
            [
                "'Project' of projector 'Ledger' is no handler, because its parameters are not one event and one transaction and, if it wants them, an 'EventContext' and a 'CancellationToken', by value: write 'Task Project(Opened e, TTransaction transaction)'",
                "'Project' of projector 'Ledger' is no handler, because 'IReadOnlyList<TypedEvent>' is not marked with [Event]: write 'Task Project(TEvent e, TTransaction transaction)'",
            ],
            found.Messages());
    }

    [Fact]
    public async Task Handlers_of_every_form_and_methods_of_other_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Event("closed")] public readonly record struct Closed;
        [Event("frozen")] public sealed record Frozen;
        [Subscription("mailer")] public partial class Mailer
        {
            private static void Handle(Opened e) { }
            public ValueTask Handle(in Closed e, CancellationToken cancellationToken, EventContext context) => default;
            internal Task Handle(Frozen e, CancellationToken cancellationToken = default) => Task.CompletedTask;
        }
        public class Other { int Handle(string text) => 0; }
        [Projector("ledger")] public partial class Ledger { int Handle(Plain e) => 0; void Project(Opened e, Transaction transaction) { } }
        """);

    private static string Marked(string method)
    {
        var at = method.IndexOf("Handle", StringComparison.Ordinal);
        return method[..at] + "[|Handle|]" + method[(at + "Handle".Length)..];
    }
}
