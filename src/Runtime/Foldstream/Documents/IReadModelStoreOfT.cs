namespace Foldstream;

/// <summary>A store whose read-model transactions are open to the user's own tables.</summary>
/// <typeparam name="TTransaction">The store's transaction, such as <c>NpgsqlTransaction</c>.</typeparam>
public interface IReadModelStore<out TTransaction> : IReadModelStore
{
    /// <summary>The store's own transaction under one of its read-model transactions; valid as long as that.</summary>
    TTransaction Unwrap(IReadModelTransaction transaction);
}
