using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.StateSetterRule, Foldstream.CodeFixes.StateSetterFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class StateSetterTests
{
    [Fact]
    public async Task Setters_become_private() => await Verify.VerifyFixAllAsync(
        """
        using Foldstream;
        [Aggregate("account")]
        public partial class Account
        {
            public string [|Owner|] { get; set; } = "";
            public int [|Count|] { get; internal set; }
            internal int [|Size|] { get; set; }
        }
        """,
        """
        using Foldstream;
        [Aggregate("account")]
        public partial class Account
        {
            public string Owner { get; private set; } = "";
            public int Count { get; private set; }
            internal int Size { get; private set; }
        }
        """);

    [Fact]
    public async Task An_open_field_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            """
            using Foldstream;
            [Aggregate("account")] public partial class Account { public int [|Count|]; }
            """);

        Assert.Equal(["'Count' of aggregate 'Account' can be set from outside, without an event, so that the change is lost when it is loaded again: make the field private"], found.Messages());
    }

    [Fact]
    public async Task State_that_only_the_aggregate_sets_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        public interface INamed { string Name { get; set; } }
        public abstract class Base { public virtual int Rank { get; set; } }
        [Aggregate("account")]
        public partial class Account : Base, INamed
        {
            public const int Limit = 1;
            public static int Created { get; set; }
            public readonly int Start = 0;
            public string Owner { get; private set; } = "";
            public string Branch { get; init; } = "";
            public string Name { get; set; } = "";
            public override int Rank { get; set; }
            private int Count { get; set; }
            protected int Size { get; set; }
        }
        public class Other { public int Value { get; set; } }
        """);

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        #pragma warning disable FS0032
        [Aggregate("account")] public partial class Account { public int Count { get; set; } }
        """);
}
