namespace Foldstream;

/// <summary>The door to documents.</summary>
public static class DocumentStores
{
    /// <summary>The documents of a projection, of the default tenant.</summary>
    /// <typeparam name="T">The projection.</typeparam>
    public static Documents<T> Documents<T>(this IReadModelStore store)
        where T : class, IProjection<T>
    {
        ArgumentNullException.ThrowIfNull(store);
        return new(store, "");
    }
}
