namespace Foldstream.Sqlite;

/// <summary>An append to one stream; used again for others, so that a wait costs no objects.</summary>
internal sealed class PendingAppend : PendingStep<AppendResult>
{
    private StreamAppend? append;

    public override bool StoresEvents => true;

    public void Begin(StreamAppend begun) => append = begun;

    /// <summary>Ends its use; to be called when its caller has the outcome, and the writer is done with it therefore.</summary>
    public void End()
    {
        append = null;
        Renew();
    }

    protected override AppendResult Change(StoreWriter writer) => writer.Events.Append(append!);
}
