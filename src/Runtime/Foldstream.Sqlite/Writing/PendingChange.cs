namespace Foldstream.Sqlite;

/// <summary>A change that is told as a function.</summary>
internal sealed class PendingChange<T>(Func<StoreWriter, T> change, bool storesEvents) : PendingStep<T>
{
    public override bool StoresEvents => storesEvents;

    protected override T Change(StoreWriter writer) => change(writer);
}
