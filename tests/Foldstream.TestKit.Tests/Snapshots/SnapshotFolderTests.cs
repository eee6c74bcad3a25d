namespace Foldstream.TestKit.Tests;

public sealed class SnapshotFolderTests : IDisposable
{
    private static readonly SnapshotSettings Check = new(Accept: false, LaunchDiffTool: false);
    private static readonly SnapshotSettings Accept = new(Accept: true, LaunchDiffTool: false);

    private readonly string _folder = Directory.CreateTempSubdirectory("foldstream-snapshots-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_was_never_accepted_fails_as_new()
    {
        var exception = Fails(new SnapshotFile("#A.g", "cs", "text"));

        Assert.Equal([new(SnapshotDifferenceKind.New, PathOf("Some.Test#A.g.verified.cs"))], exception.Differences);
        Assert.Contains("New:\n  - Some.Test#A.g.verified.cs\n", exception.Message);
        Assert.Equal("text", File.ReadAllText(PathOf("Some.Test#A.g.received.cs")));
    }

    [Fact]
    public void A_wrong_text_fails_as_not_equal_and_tells_the_first_line_that_differs()
    {
        Write("Some.Test#A.g.verified.cs", "same\nold\n");

        var exception = Fails(new SnapshotFile("#A.g", "cs", "same\nnew\n"));

        Assert.Equal(SnapshotDifferenceKind.NotEqual, Assert.Single(exception.Differences).Kind);
        Assert.Contains("NotEqual:\n  - Some.Test#A.g.verified.cs\n    line 2, verified: old\n    line 2, received: new\n", exception.Message);
        Assert.Equal("same\nnew", File.ReadAllText(PathOf("Some.Test#A.g.received.cs")));
    }

    [Fact]
    public void A_left_over_file_fails_as_delete()
    {
        Write("Some.Test#A.g.verified.cs", "text");
        Write("Some.Test.verified.txt", "text");

        var exception = Fails(new SnapshotFile("#A.g", "cs", "text"));

        Assert.Equal([new(SnapshotDifferenceKind.Delete, PathOf("Some.Test.verified.txt"))], exception.Differences);
    }

    [Fact]
    public void Files_of_tests_with_a_longer_name_are_no_left_overs()
    {
        Write("Some.Test#A.g.verified.cs", "text");
        Write("Some.Test_again#A.g.verified.cs", "text");
        Write("Some.TestTwice.verified.txt", "text");

        Verify(Check, new SnapshotFile("#A.g", "cs", "text"));
    }

    [Fact]
    public void A_match_removes_what_was_received_before()
    {
        Write("Some.Test#A.g.verified.cs", "text");
        Write("Some.Test#A.g.received.cs", "other");
        Write("Some.Test#Gone.g.received.cs", "other");

        Verify(Check, new SnapshotFile("#A.g", "cs", "text"));

        Assert.Equal([PathOf("Some.Test#A.g.verified.cs")], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Line_endings_and_last_newlines_do_not_differ()
    {
        Write("Some.Test.verified.txt", "one\r\ntwo\r\n");

        Verify(Check, new SnapshotFile("", "txt", "one\ntwo"));
    }

    [Fact]
    public void Accepting_writes_with_byte_order_mark_and_without_last_newline_and_removes_left_overs()
    {
        Write("Some.Test#Gone.g.verified.cs", "text");

        Verify(Accept, new SnapshotFile("#A.g", "cs", "one\r\ntwo\r\n"));

        Assert.Equal([PathOf("Some.Test#A.g.verified.cs")], Directory.GetFiles(_folder));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "one\ntwo"u8], File.ReadAllBytes(PathOf("Some.Test#A.g.verified.cs")));
    }

    [Theory]
    [InlineData(null, null, false, false, true)]
    [InlineData("accept", null, false, true, true)]
    [InlineData(null, "true", false, false, false)]
    [InlineData(null, null, true, false, false)]
    public void Settings_come_from_the_environment(string? snapshots, string? ci, bool onBuildServer, bool accept, bool launchDiffTool)
    {
        var settings = SnapshotSettings.From(name => name switch { "SNAPSHOTS" => snapshots, "CI" => ci, _ => null }, onBuildServer);

        Assert.Equal(new SnapshotSettings(accept, launchDiffTool), settings);
    }

    private SnapshotMismatchException Fails(params SnapshotFile[] files) => Assert.Throws<SnapshotMismatchException>(() => Verify(Check, files));

    private void Verify(SnapshotSettings settings, params SnapshotFile[] files) => new SnapshotFolder(_folder, "Some.Test", settings).Verify(files);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    private string PathOf(string name) => Path.Combine(_folder, name);
}
