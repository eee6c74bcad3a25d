using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.SnapshotRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("[Aggregate(\"a\"), [|Snapshot(Every = -1)|]] public partial class Shop;", "'Every' is negative: give a number of events, at least 1")]
    [InlineData("[Aggregate(\"a\"), [|Snapshot(Policy = \"Rule\")|]] public partial class Shop { SnapshotPolicy Rule => SnapshotPolicy.Manual; }", "'Shop' has no static property 'Rule' that gives a SnapshotPolicy: declare one, or name another")]
    [InlineData("[Aggregate(\"a\"), [|Snapshot(Policy = \"Rule\")|]] public partial class Shop { static int Rule => 1; }", "'Shop' has no static property 'Rule' that gives a SnapshotPolicy: declare one, or name another")]
    [InlineData("[[|Snapshot|]] public partial class Shop;", "'Shop' is neither an aggregate nor a decider: mark one of these, or remove [Snapshot]")]
    [InlineData("[Aggregate(\"a\"), [|Snapshot|]] public partial class Shop { int StateJson; }", "'Shop' has a member 'StateJson', which is the name of a generated class: rename it")]
    public async Task What_cannot_be_followed_is_told(string type, string reason) => Assert.Equal(
        [$"No snapshot of 'Shop' would be taken, because {reason}"], (await Verify.VerifyAnalyzerAsync("using Foldstream; " + type)).Messages());

    [Theory]
    [InlineData("[Aggregate(\"a\"), Snapshot] public partial class Shop;")]
    [InlineData("[Aggregate(\"a\"), Snapshot(Every = 1, Policy = nameof(Rule))] public partial class Shop { private static Daily Rule => new(); public sealed record Daily : SnapshotPolicy { public override bool IsDue(SnapshotMoment moment) => true; } }")]
    public async Task What_can_be_followed_is_left_alone(string type) => await Verify.VerifyAnalyzerAsync("using Foldstream; " + type);
}
