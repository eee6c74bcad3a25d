using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.ReservedMemberRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class ReservedMemberTests
{
    [Fact]
    public async Task Members_that_an_aggregate_is_given_are_not_declared_again()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Aggregate("account")]
            public partial class Account
            {
                public Guid [|Id|] { get; }
                public int [|Version|] = 1;
                public void [|PendingEvents|]() { }
                private void [|Raise|](string text) { }
                private readonly int [|aggregateHistory|] = 0;
            }
            """);

        Assert.Equal("'Account.Id' has the name of a member that is generated for aggregate 'Account': rename it", found.Messages().First());
    }

    [Fact]
    public async Task A_member_of_a_base_type_would_be_hidden() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public abstract class Entity { public Guid Id { get; } private int Version => 0; }
        [Aggregate("account")] public partial class [|Account|] : Entity;
        """);

    [Fact]
    public async Task The_events_of_a_decider_are_generated() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Decider("wallet")] public sealed partial record Wallet(decimal Balance)
        {
            public static Wallet InitialState => new(0m);
            public int [|Events|] => 0;
            public int Id => 0;
        }
        """);

    [Fact]
    public async Task Generated_members_and_those_of_other_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record Opened(string Id, int Version);
        [Aggregate("account")] public partial class Account { void Apply(Opened e) { } }
        [Aggregate("savings")] public partial class Savings : Account;
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Aggregate("account")] public partial class Account
        {
        #pragma warning disable FS0006
            public Guid Id { get; }
        }
        """);

    [Fact]
    public async Task A_projection_has_names_of_its_own() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop);
        [Projection("sales")] public partial class Sales { public int [|Fields|] { get; private set; } int [|StateJson|]; public int Id; [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }
        """);
}
