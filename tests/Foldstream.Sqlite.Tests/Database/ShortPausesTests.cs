namespace Foldstream.Sqlite.Tests;

/// <summary>What SQLite does when the index of its log is locked by somebody who was stopped in the middle: it tries anew, with pauses.</summary>
public sealed class ShortPausesTests : SqliteTest
{
    [Fact]
    public async Task Read_that_finds_the_index_of_the_log_locked_pauses_as_briefly_as_SQLite_asks_for()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store);
        using var other = await HoldIndexAsync();
        var before = ShortPauses.Taken;

        var read = Task.Run(() => ReadAsync(store).AsTask(), Cancellation);

        // Pauses of SQLite's own, of a whole second each, would not be counted.
        await UntilAsync(() => ShortPauses.Taken >= before + 10);
        other.Kill();
        Assert.Single(await read);
    }

    [Fact]
    public async Task So_does_an_append()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store);
        using var other = await HoldIndexAsync();
        var before = ShortPauses.Taken;

        var append = Task.Run(() => AppendAsync(store), Cancellation);

        await UntilAsync(() => ShortPauses.Taken >= before + 10);
        other.Kill();
        Assert.Equal(1, (await append).LastVersion.Value);
    }

    private async Task<System.Diagnostics.Process> HoldIndexAsync()
    {
        var other = OtherProcess.Start("hold-index", FilePath);
        Assert.Equal("ready", await other.StandardOutput.ReadLineAsync(Cancellation));
        return other;
    }
}
