namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class DeciderCachingTests
{
    private const string Source = """
        namespace Bank;
        public sealed record Deposit(decimal Amount);
        [Event("money-deposited")] public sealed record MoneyDeposited(decimal Amount);
        [Decider("wallet")]
        public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Deposit command, Wallet state) => [new MoneyDeposited(command.Amount)];
            private static Wallet Evolve(Wallet state, MoneyDeposited e) => state with { Balance = state.Balance + e.Amount };
        }
        """;

    [Fact]
    public void An_unrelated_edit_writes_nothing() => Generate.Deciders(Source)
        .WithSource("Unrelated.cs", "class Unrelated { void Method() { } }")
        .AssertModelUnchanged(Steps.Deciders)
        .AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_functions_body_writes_nothing() => Generate.Deciders(Source)
        .Replace("state.Balance + e.Amount", "state.Balance + 2 * e.Amount")
        .AssertModelUnchanged(Steps.Deciders)
        .AssertOutputsCached();

    [Fact]
    public void A_new_command_is_written()
    {
        var edited = Generate.Deciders(Source).Replace(
            "private static", "public static Events Decide(int command, Wallet state) => []; private static");

        edited.AssertModelModified(Steps.Deciders).AssertOutputsModified();
        Assert.Contains("IDecides<Wallet, int>", edited.Generated("Bank.Wallet.Decider.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_holds_values_only()
    {
        ModelShape.AssertNoRoslynTypes(typeof(DeciderModel));
        ModelShape.AssertValueEquality(typeof(DeciderModel));
    }
}
