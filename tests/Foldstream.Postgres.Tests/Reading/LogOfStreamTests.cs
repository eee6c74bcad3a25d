namespace Foldstream.Postgres.Tests;

/// <summary>One stream is read along the log over many pages, from any place on.</summary>
public sealed class LogOfStreamTests : PostgresTest
{
    [Theory]
    [InlineData(ReadDirection.Forwards)]
    [InlineData(ReadDirection.Backwards)]
    public async Task Pages_of_a_stream_follow_one_another_without_gap_or_repetition(ReadDirection direction)
    {
        var stream = Sample.Stream();
        for (var batch = 0; batch < 5; batch++)
        {
            await AppendAsync(stream, Sample.Events(600, batch * 600));
            await AppendAsync(Sample.Stream("other"), Sample.Events(100));
        }

        var all = (await ReadLogAsync()).Where(recorded => recorded.Stream == stream).ToList();
        foreach (var (after, upTo) in ((int?, int?)[])[(null, null), (0, null), (1700, null), (null, 1300), (599, 2400), (2999, null)])
        {
            var range = new LogRange { Stream = stream, Direction = direction, After = Place(after), UpTo = Place(upTo) };
            var expected = all.Skip(after + 1 ?? 0).Take((upTo + 1 ?? all.Count) - (after + 1 ?? 0)).Select(recorded => recorded.Id);
            if (direction == ReadDirection.Backwards)
                expected = expected.Reverse();
            Assert.Equal(expected, (await ReadLogAsync(range)).Select(recorded => recorded.Id));
        }

        GlobalPosition? Place(int? index) => index is { } at ? all[at].Position : null;
    }
}
