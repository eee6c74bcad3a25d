using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

/// <summary>What a user may and may not decide.</summary>
public sealed class DeciderDecisionTests
{
    private const string Source = """
        namespace Bank;
        public sealed record Deposit(decimal Amount);
        [Event("money-deposited")] public sealed record MoneyDeposited(decimal Amount);
        [Event("money-lost")] public sealed record MoneyLost(decimal Amount);
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Deposit command, Wallet state) => [new MoneyDeposited(command.Amount)];
            private static Wallet Evolve(Wallet state, MoneyDeposited e) => state;
        }
        """;

    [Fact]
    public void Deciding_events_of_the_set_compiles() => Generate.Everything(Source).AssertCompiles().AssertNoWarnings();

    [Fact]
    public void Deciding_another_event_does_not_compile()
    {
        var run = Generate.Everything(Source.Replace("[new MoneyDeposited(", "[new MoneyLost(", StringComparison.Ordinal));

        Assert.Contains(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("[Decider(\"w\")] public record Wallet { public static Wallet InitialState => new(); }")]
    [InlineData("[Decider(\"w\")] public partial record Wallet;")]
    [InlineData("[Decider(\"w\")] public partial record Wallet<T> { public static Wallet<T> InitialState => new(); }")]
    [InlineData("[Decider(\"w\")] public partial record Wallet { public static Wallet InitialState => new(); public class Events; }")]
    [InlineData("[Decider(\"\")] public partial record Wallet { public static Wallet InitialState => new(); }")]
    public void What_it_cannot_serve_it_leaves_to_the_rules(string declaration) =>
        Assert.Empty(Generate.Deciders($"namespace Bank; {declaration}").HintNames());
}
