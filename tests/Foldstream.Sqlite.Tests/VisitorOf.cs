namespace Foldstream.Sqlite.Tests;

/// <summary>A visitor that is a function.</summary>
internal sealed class VisitorOf(Func<RecordedEvent, bool> visit) : IEventVisitor
{
    public bool Visit(in StoredEvent stored) => visit(stored.ToRecordedEvent());
}
