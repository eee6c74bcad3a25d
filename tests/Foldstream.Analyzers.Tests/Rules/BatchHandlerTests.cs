using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.BatchHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class BatchHandlerTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IAccountEvent;
        public interface INothing;
        [Event("opened")] public sealed record Opened(string Owner) : IAccountEvent;
        [Aggregate("account")] public partial class Account { void Apply(Opened e) { } }

        """;

    [Theory]
    [InlineData("", "", "nothing says of which events: name their base type by 'Events', or the aggregate or decider whose events they are by 'Of'")]
    [InlineData(", Of = typeof(Account)", "void Handle(Opened e) { }", "others would never be called: keep it alone, or give each event a handler of its own")]
    [InlineData(", Of = typeof(Account)", "void Handle(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken) { }", "others would never be called: keep it alone, or give each event a handler of its own")]
    [InlineData(", Events = typeof(INothing)", "", "there is no event that it would be given: let events derive from the declared base type, or ignore fewer")]
    public async Task The_message_says_what_is_wrong_with_a_handler_of_batches(string declared, string other, string problem)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events + $"[Subscription(\"search\"{declared})] public partial class Search {{ void [|Handle|](IReadOnlyList<TypedEvent> events) {{ }} {other} }}");

        Assert.Equal([$"'Handle' of subscription 'Search' takes batches, and {problem}"], found.Messages());
    }

    [Fact]
    public async Task One_of_a_declared_set_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        [Subscription("search", Of = typeof(Account))] public partial class Search { void Handle(IReadOnlyList<TypedEvent> events) { } }
        [Subscription("mailer", Events = typeof(IAccountEvent))] public partial class Mailer { ValueTask Handle(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken) => default; }
        """);
}
