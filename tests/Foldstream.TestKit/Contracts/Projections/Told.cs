namespace Foldstream.TestKit;

/// <summary>Keeps what a rebuild tells, in the order in which it tells it.</summary>
public sealed class Told(Action<RebuildProgress>? act = null) : IProgress<RebuildProgress>
{
    private readonly List<RebuildProgress> all = [];

    public IReadOnlyList<RebuildProgress> All
    {
        get
        {
            lock (all)
                return [.. all];
        }
    }

    public void Report(RebuildProgress value)
    {
        lock (all)
            all.Add(value);
        act?.Invoke(value);
    }
}
