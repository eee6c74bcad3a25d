using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.UnservableAggregateRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnservableAggregateTests
{
    [Theory]
    [InlineData("partial record {0};", "it is a record, and its state changes in place; make it a class")]
    [InlineData("static partial class {0};", "it is static")]
    [InlineData("abstract partial class {0};", "it is abstract")]
    [InlineData("partial class {0}<T>;", "has type parameters")]
    [InlineData("file partial class {0};", "seen by its own file only")]
    [InlineData("partial class {0}(string owner) { public string Owner => owner; }", "no constructor can be called without arguments; add one, which may be private")]
    [InlineData("partial class {0} { public required string Owner { get; set; } }", "it has required members")]
    [InlineData("partial class {0} : Owned;", "it has required members")]
    public async Task The_reason_is_named(string declaration, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(
            "using Foldstream; public class Owned { public required string Owner { get; set; } } [Aggregate(\"account\")] "
            + declaration.Replace("{0}", "[|Account|]", StringComparison.Ordinal));

        Assert.Contains(reason, Assert.Single(found.Messages()));
    }

    [Fact]
    public async Task Classes_that_can_be_created_empty_and_deciders_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        using System.Diagnostics.CodeAnalysis;
        [Aggregate("1")] public sealed partial class Account { private Account() { } }
        [Aggregate("2")] public sealed partial class Order(int count = 0) { public int Count => count; }
        [Aggregate("3")] public partial class Customer { [SetsRequiredMembers] public Customer() { } public required string Name { get; set; } = ""; }
        [Decider("4")] public sealed partial record Wallet(decimal Balance) { public static Wallet InitialState => new(0m); }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0010
        [Aggregate("account")] public abstract partial class Account;
        """);
}
