namespace Foldstream.Generators.Tests;

public sealed class FingerprintTests
{
    private static readonly Lazy<GeneratorRun> Before = new(Bank.Run);

    public static TheoryData<string, string, string> EditsWithoutMeaning => new()
    {
        { "whitespace", "moves++;", "moves ++ ;\n\n" },
        { "comments", "moves++;", "/* counts */ moves++; // always" },
        { "documentation", "private decimal Charge(", "/// <summary>Charges.</summary>\nprivate decimal Charge(" },
        { "a region", "private void Apply(AccountNoted e) =>", "#region Notes\n#endregion\nprivate void Apply(AccountNoted e) =>" },
        { "var for a type", "decimal before = Balance;", "var before = Balance;" },
        { "a type for var", "var start =", "decimal start =" },
        { "another name of a type", "decimal before = Balance;", "System.Decimal before = Balance;" },
        { "a renamed parameter", "decimal Charge(decimal limit) => Scale(limit, 2)", "decimal Charge(decimal bound) => Scale(bound, 2)" },
        { "a renamed parameter of a handler", "private void Apply(AccountNoted e) => Note = $\"{e.Note}", "private void Apply(AccountNoted noted) => Note = $\"{noted.Note}" },
        { "a renamed parameter of a lambda", "entry => entry.Amount > Ceiling", "x => x.Amount > Ceiling" },
        { "parentheses of a lambda", "entry => entry.Amount > Ceiling", "(entry) => entry.Amount > Ceiling" },
        { "this", "Owner = e.Owner;", "this.Owner = e.Owner;" },
        { "a qualified static member", "Scale(limit, 2)", "Account.Scale(limit, 2)" },
        { "a qualified type", "Math.Round(", "System.Math.Round(" },
        { "braces", "Balance = start;", "{ Balance = start; }" },
        { "an expression body", "private decimal Ceiling { get { return 900m; } }", "private decimal Ceiling => 900m;" },
        { "an expression-bodied accessor", "get { return 900m; }", "get => 900m;" },
        { "a block body", "=> Note = $\"{e.Note} of {Owner.Name}\";", "{ Note = $\"{e.Note} of {Owner.Name}\"; }" },
        { "a block body that returns", "=> Scale(limit, 2) * Rate;", "{ return Scale(limit, 2) * Rate; }" },
        { "a target-typed new", "entries.Add(new Entry(before", "entries.Add(new Bank.Entry(before" },
        { "a spelled-out type of new", "=> new(left.Amount", "=> new Entry(left.Amount" },
        { "another spelling of a number", "moves = 99", "moves = 9_9" },
        { "digits apart", "Balance > 1000m", "Balance > 1_000m" },
        { "a number in hexadecimal", "private int moves = 10;", "private int moves = 0xA;" },
        { "a verbatim string", "\"cash\"", "@\"cash\"" },
        { "a constant by its value", "- Fee;", "- 0.25m;" },
        { "a renamed constant", "private const decimal Fee = 0.25m;", "private const decimal Fee = Charged; private const decimal Charged = 0.25m;" },
        { "a new member that no handler uses", "private void NotPartOfTheFold", "private void Another() { }\nprivate void NotPartOfTheFold" },
        { "the body of a member that no handler uses", "moves = 99", "moves = 98" },
        { "a computed property that no handler uses", "Balance > 1000m", "Balance > 2000m" },
        { "a command", "new Owner(name), 5m", "new Owner(name), 6m" },
        { "a member of a value that is never called", "NeverCalled() => 7m", "NeverCalled() => 8m" },
        { "a computed property of an event that no handler reads", "AccountClosed;", "AccountClosed { public int Code => 1; }" },
        { "an event that is not handled", "Unused(int Number)", "Unused(string Number)" },
        { "the visibility of a helper", "private decimal Charge(", "internal decimal Charge(" },
        { "an attribute on a handler", "private void Apply(AccountNoted e) =>", "[System.ComponentModel.Description(\"x\")] private void Apply(AccountNoted e) =>" },
        { "the order of members", "private const decimal Fee = 0.25m;\n    private static readonly decimal Rate = 1.5m;", "private static readonly decimal Rate = 1.5m;\n    private const decimal Fee = 0.25m;" },
        { "the category", "[Aggregate(\"account\")]", "[Aggregate(\"bank-account\")]" },
        { "a decision of a decider", "Kind.Cash)];", "Kind.Card)];" },
    };

    public static TheoryData<string, string, string> EditsOfTheAggregate => new()
    {
        { "an operator", "Balance += e.Amount", "Balance -= e.Amount" },
        { "a comparison", "start > 0m", "start >= 0m" },
        { "a literal", "Balance = 0m;", "Balance = 1m;" },
        { "the scale of a decimal", "Balance = 0m;", "Balance = 0.0m;" },
        { "a constant", "Fee = 0.25m", "Fee = 0.26m" },
        { "a static field of the type", "Rate = 1.5m", "Rate = 1.6m" },
        { "a string", "\"cash\"", "\"Cash\"" },
        { "the text of an interpolated string", " of {", " by {" },
        { "a format", "{e.Note} of", "{e.Note,3} of" },
        { "the order of statements", "Balance = 0m; moves = 0;", "moves = 0; Balance = 0m;" },
        { "a statement removed", "moves++;", "" },
        { "a statement added", "moves++;", "moves++; moves++;" },
        { "the arms of a switch", "Kind.Cash =>", "Kind.Card =>" },
        { "the default arm of a switch", "nameof(Apply)", "nameof(Note)" },
        { "the body of a helper", "* Rate", "/ Rate" },
        { "the helper of a helper", "value / 4m", "value / 5m" },
        { "swapped parameters of equal use", "Math.Round(value / 4m, places)", "Math.Round(4m / value, places)" },
        { "an argument", "Scale(limit, 2)", "Scale(limit, 3)" },
        { "another called member", "Math.Round(value / 4m, places)", "Math.Truncate(value / 4m)" },
        { "another overload", "Math.Round(value / 4m, places)", "Math.Round(value / 4m, places, MidpointRounding.ToZero)" },
        { "a condition", "start > 0m", "start > 0m && moves > 0" },
        { "a lambda", "entry.Amount > Ceiling", "entry.Amount < Ceiling" },
        { "the body of a property that a handler reads", "return 900m;", "return 901m;" },
        { "a local assigned from elsewhere", "decimal before = Balance;", "decimal before = Rate;" },
        { "the initialiser of a property", "= new(\"nobody\")", "= new(\"somebody\")" },
        { "the initialiser of a field", "moves = 10", "moves = 11" },
        { "the constructor", "Balance = 3m", "Balance = 4m" },
        { "the type of a property of the state", "public decimal Balance { get; private set; }", "public Decimal2 Balance { get; private set; } } public readonly record struct Decimal2(decimal Value) { public static implicit operator Decimal2(decimal value) => new(value); public static implicit operator decimal(Decimal2 value) => value.Value; } public partial class Account {" },
        { "the nullability of a property of the state", "public string? Note { get; private set; }", "public string Note { get; private set; } = \"\";" },
        { "the name of a field of the state", "private int moves = 10;", "private int unused = 10; private int moves = 10;" },
        { "a property added to the state", "public bool IsRich", "public int Level { get; private set; } public bool IsRich" },
        { "an operator of a value in the state", "left.Amount + right.Amount", "left.Amount - right.Amount" },
        { "a member of a value in the state", "None => default", "None => new(1m, true)" },
        { "a member added to a value in the state", "record struct Entry(decimal Amount, bool IsDeposit)", "record struct Entry(decimal Amount, bool IsDeposit, int More = 0)" },
        { "a property added to an event", "AccountOpened(Owner Owner, decimal Limit)", "AccountOpened(Owner Owner, decimal Limit, int Age = 0)" },
        { "the type of a property of an event", "MoneyMoved(decimal Amount, Kind Kind)", "MoneyMoved(decimal Amount, Kind Kind, Kind? Other = null)" },
        { "the default of a property of an event", "Note { get; init; } = \"none\"", "Note { get; init; } = \"\"" },
        { "a computed property of an event that a handler reads", "Amount > 0m;", "Amount >= 0m;" },
        { "a nested record of an event", "Owner(string Name, string? Town", "Owner(string Name, string Town" },
        { "a default value in a nested record", "= \"nowhere\"", "= \"somewhere\"" },
        { "a member added to an enum of an event", "{ Cash, Card }", "{ Cash, Card, Cheque }" },
        { "the values of an enum of an event", "{ Cash, Card }", "{ Card, Cash }" },
        { "the stored name of an event", "[Event(\"account-noted\")]", "[Event(\"account-annotated\")]" },
        { "the schema version of an event", "[Event(\"account-noted\")]", "[Event(\"account-noted\", Version = 2)]" },
        { "a handler removed", "private void Apply(AccountClosed e) { Balance = 0m; moves = 0; }", "" },
        { "a fold version", "[Aggregate(\"account\")]", "[Aggregate(\"account\"), FoldVersion(1)]" },
    };

    public static TheoryData<string, string, string> EditsOfTheDecider => new()
    {
        { "the initial state", "new(8m, 1)", "new(9m, 1)" },
        { "an operator", "state.Total + e.Amount", "state.Total - e.Amount" },
        { "the member that is set", "with { Total = state.Total + e.Amount }", "with { Coins = (int)(state.Total + e.Amount) }" },
        { "the state's type", "int Coins", "long Coins" },
        { "a member added to the state", "int Coins)", "int Coins, bool IsFull = false)" },
        { "a handler added", "private static Wallet Evolve", "private static Wallet Evolve(Wallet state, AccountClosed e) => state;\nprivate static Wallet Evolve" },
    };

    [Theory]
    [MemberData(nameof(EditsWithoutMeaning))]
    public void An_edit_without_meaning_leaves_it(string edit, string code, string replacement)
    {
        var after = Edit(code, replacement);

        Assert.True(Of(Before.Value, Bank.Account) == Of(after, Bank.Account), edit);
        Assert.True(Of(Before.Value, Bank.Wallet) == Of(after, Bank.Wallet), edit);
    }

    [Theory]
    [MemberData(nameof(EditsOfTheAggregate))]
    public void An_edit_with_a_meaning_changes_that_of_an_aggregate(string edit, string code, string replacement) =>
        Assert.False(Of(Before.Value, Bank.Account) == Of(Edit(code, replacement), Bank.Account), edit);

    [Theory]
    [MemberData(nameof(EditsOfTheDecider))]
    public void An_edit_with_a_meaning_changes_that_of_a_decider(string edit, string code, string replacement) =>
        Assert.False(Of(Before.Value, Bank.Wallet) == Of(Edit(code, replacement), Bank.Wallet), edit);

    private static string Of(GeneratorRun run, string hintName) => Fingerprint.Of(run, hintName);

    private static GeneratorRun Edit(string code, string replacement) => Before.Value.Replace(code, replacement);
}
