namespace Foldstream.Sqlite;

/// <summary>An append to one stream; used again for others, so that neither its wait nor the content of its events costs objects.</summary>
internal sealed class PendingAppend : PendingStep<AppendResult>
{
    private readonly AppendContent content = new();
    private StreamAppend? append;

    public override bool StoresEvents => true;

    /// <summary>Begins its use: the events are encoded here, on the thread of their caller, because that may run code of the user's.</summary>
    public void Begin(StreamAppend begun)
    {
        append = begun;
        for (var index = 0; index < begun.Events.Count; index++)
            content.Add(begun.Events[index]);
    }

    /// <summary>Ends its use; to be called when its caller has the outcome, and the writer is done with it therefore.</summary>
    public void End()
    {
        append = null;
        content.Clear();
        Renew();
    }

    protected override AppendResult Change(StoreWriter writer) => writer.Events.Append(append!, content);
}
