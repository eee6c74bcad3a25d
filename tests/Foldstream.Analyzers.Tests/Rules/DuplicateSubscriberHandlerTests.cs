using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DuplicateSubscriberHandlerRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DuplicateSubscriberHandlerTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);
        public sealed class Transaction;

        """;

    [Fact]
    public async Task Two_handlers_of_one_event_are_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events +
            """
            [Subscription("mailer")] public partial class Mailer
            {
                private void Handle(Opened e) { }
                private Task [|Handle|](Opened e, EventContext context) => Task.CompletedTask;
            }
            """);

        Assert.Equal(
            ["Subscription 'Mailer' handles 'Opened' twice, by 'Mailer.Handle(Opened)' and by 'Mailer.Handle(Opened, EventContext)', and only one of them would be called: keep one, or override the other"],
            found.Messages());
    }

    [Fact]
    public async Task One_that_is_inherited_counts_and_one_that_is_overridden_does_not() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        public abstract class Base { protected virtual void Project(Opened e, Transaction transaction) { } }
        [Projector("first")] public partial class First : Base { private void [|Project|](Opened e, EventContext context, Transaction transaction) { } }
        [Projector("second")] public partial class Second : Base { protected override void Project(Opened e, Transaction transaction) { } }
        """);
}
