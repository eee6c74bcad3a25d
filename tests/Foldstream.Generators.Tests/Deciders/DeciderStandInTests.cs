namespace Foldstream.Generators.Tests;

/// <summary>A decider that cannot be generated keeps its declarations, so that the compiler gets as far as the rules.</summary>
public sealed class DeciderStandInTests
{
    private const string Source = """
        namespace Bank;
        public sealed record Deposit(decimal Amount);
        [Event("money-deposited")] public sealed record MoneyDeposited(decimal Amount);
        [Decider("wallet")]
        public sealed record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public static Events Decide(Deposit command, Wallet state) => [new MoneyDeposited(command.Amount)];
            private static Wallet Evolve(Wallet state, MoneyDeposited e) => state;
        }
        """;

    [Fact]
    public void A_decider_that_cannot_be_generated_compiles_by_itself() => Assert.Contains(
        "public sealed class Events", Generate.Deciders(Source).AssertCompiles().Generated("Bank.Events.StandIn.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void Several_of_a_namespace_share_one()
    {
        var other = Source.Replace("Wallet", "Purse", StringComparison.Ordinal).Replace("Deposit", "Save", StringComparison.Ordinal).Replace("money-deposited", "saved", StringComparison.Ordinal);

        Generate.Everything(Source, other).AssertCompiles();
    }

    [Theory]
    [InlineData("public sealed record Wallet", "public sealed partial record Wallet")]
    [InlineData("public sealed record Deposit", "public sealed class Events : List<object>; public sealed record Deposit")]
    public void None_is_written_where_nothing_is_missing(string code, string replacement)
    {
        var run = Generate.Everything(Source.Replace(code, replacement, StringComparison.Ordinal)).AssertCompiles();

        Assert.DoesNotContain(run.Result.GeneratedTrees, tree => tree.FilePath.EndsWith("StandIn.g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_that_changes_nothing_of_it_writes_nothing() => Generate.Deciders(Source)
        .Replace("=> state;", "=> state with { Balance = 1m };")
        .AssertOutputsCached();
}
