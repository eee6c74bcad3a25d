using System.Diagnostics.CodeAnalysis;

namespace Foldstream;

/// <summary>The documents that one partition used last: it alone writes them while it holds its token, so they need no second load.</summary>
/// <remarks>Two generations: what is used moves to the younger one, and the older one goes as a whole when the younger is full.</remarks>
internal sealed class DocumentCache<T>(int capacity)
    where T : class, IProjection<T>
{
    private Dictionary<DocumentKey, DocumentSlot<T>> young = [];
    private Dictionary<DocumentKey, DocumentSlot<T>> old = [];

    public bool TryFind(DocumentKey key, [NotNullWhen(true)] out DocumentSlot<T>? slot) => young.TryGetValue(key, out slot) || old.TryGetValue(key, out slot);

    public void Keep(DocumentFold<T> fold)
    {
        foreach (var (key, slot) in fold.Slots)
        {
            slot.MarkStored();
            if (young.Count >= (capacity + 1) / 2)
                (old, young) = (young, []);
            if (capacity > 0)
                young[key] = slot;
        }
    }

    public void Clear()
    {
        young.Clear();
        old.Clear();
    }
}
