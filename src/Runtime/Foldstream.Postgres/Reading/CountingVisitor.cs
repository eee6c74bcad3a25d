using System.Runtime.ExceptionServices;

namespace Foldstream.Postgres;

/// <summary>Keeps count of what a visitor has seen, so that a read can go on after a fault, and keeps the visitor's own errors apart.</summary>
internal sealed class CountingVisitor(IEventVisitor visitor) : IEventVisitor
{
    private ExceptionDispatchInfo? error;

    /// <summary>How many events were shown.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the visitor wants no more.</summary>
    public bool Stopped { get; private set; }

    public long LastVersion { get; private set; }

    public long LastPosition { get; private set; }

    public bool Visit(in StoredEvent stored)
    {
        try
        {
            Stopped = !visitor.Visit(stored);
        }
        catch (Exception thrown)
        {
            error = ExceptionDispatchInfo.Capture(thrown);
            Stopped = true;
        }

        Count++;
        LastVersion = stored.Version.Value;
        LastPosition = stored.Position!.Value.Value;
        return !Stopped;
    }

    public void ThrowError() => error?.Throw();
}
