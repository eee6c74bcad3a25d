using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.CategoryRule, Foldstream.CodeFixes.CategoryFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class CategoryTests
{
    [Fact]
    public async Task Invalid_and_missing_categories_are_named_by_their_types() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Aggregate([|""|])] public partial class BankAccount;
        [Aggregate([|"a/b"|])] public partial class CustomerAggregate;
        [[|Aggregate|]] public partial class Order;
        [Decider([|"-wallet"|])] public partial record Wallet { public static Wallet InitialState => new(); }
        """,
        """
        using Foldstream;
        [Aggregate("bank-account")] public partial class BankAccount;
        [Aggregate("customer")] public partial class CustomerAggregate;
        [Aggregate("order")] public partial class Order;
        [Decider("wallet")] public partial record Wallet { public static Wallet InitialState => new(); }
        """,
        allowedErrors: "CS7036");

    [Fact]
    public async Task The_message_gives_the_rule_and_an_example()
    {
        var found = await Verify.VerifyAnalyzerAsync("using Foldstream; [Aggregate([|\"bank account\"|])] public partial class Account;");

        Assert.Equal(
            ["Aggregate 'Account' has no valid category: give it a letter or digit, then up to 63 letters, digits, '.', '_' or '-', such as \"account\""],
            found.Messages());
    }

    [Fact]
    public async Task Valid_categories_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        $"using Foldstream; [Aggregate(\"Bank.account_2-x\")] public partial class Account; [Aggregate(\"{new string('x', 64)}\")] public partial class Order;");

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0009
        [Aggregate("")] public partial class Account;
        """);
}
