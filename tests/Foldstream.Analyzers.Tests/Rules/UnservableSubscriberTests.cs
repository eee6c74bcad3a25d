using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnservableSubscriberRule, Foldstream.CodeFixes.SubscriberNameFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnservableSubscriberTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Owner);

        """;

    [Theory]
    [InlineData("[Subscription([|\"Door Bell\"|])]", "[Subscription(\"door-bell\")]")]
    [InlineData("[Subscription([|\"\"|], Category = \"doors\")]", "[Subscription(\"door-bell\", Category = \"doors\")]")]
    [InlineData("[Subscription([|\"1-bell\"|])]", "[Subscription(\"door-bell\")]")]
    [InlineData("[Subscription([|\"a-name-of-more-than-forty-characters-is-too-long\"|])]", "[Subscription(\"door-bell\")]")]
    public async Task A_name_follows_from_that_of_the_type(string wrong, string right) => await Verify.VerifyCodeFixAsync(
        Events + wrong + " public partial class DoorBellSubscription { void Handle(Opened e) { } }",
        Events + right + " public partial class DoorBellSubscription { void Handle(Opened e) { } }");

    [Theory]
    [InlineData("[Subscription(\"bell\")] public partial record [|Bell|]", "it is a record, which stands for a value; make it a class")]
    [InlineData("[Subscription(\"bell\")] public static partial class [|Bell|]", "it is static; make it a type with instances")]
    [InlineData("[Subscription(\"bell\")] public abstract partial class [|Bell|]", "it is abstract; mark the types that derive from it instead")]
    [InlineData("[Subscription(\"bell\")] public partial class [|Bell|]<T>", "it, or a type around it, has type parameters; mark types without any")]
    [InlineData("[Subscription(\"bell\")] file partial class [|Bell|]", "it, or a type around it, is seen by its own file only; remove 'file'")]
    [InlineData("[[|Subscription(\"bell\", Category = \"a b\")|]] public partial class Bell", "no stream has the category \"a b\"; a category is a letter or digit, then up to 63 letters, digits, '.', '_' or '-'")]
    public async Task The_message_says_what_is_wrong(string type, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(Events + type + " { static void Handle(Opened e) { } }");

        Assert.EndsWith($"cannot be a subscription: {reason}", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nested_internal_and_sealed_classes_with_constructors_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events +
        """
        public sealed class Transaction;
        internal static partial class Around { [Subscription("a-2-z-")] private sealed partial class Bell(int count) { void Handle(Opened e) => Console.WriteLine(count); } }
        [Projector("ledger", Category = "account")] internal partial class Ledger { void Project(Opened e, Transaction transaction) { } }
        """);
}
