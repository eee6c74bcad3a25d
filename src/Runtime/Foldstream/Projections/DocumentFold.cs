using System.Diagnostics.CodeAnalysis;

namespace Foldstream;

/// <summary>Applies events to the documents of one projection, in memory: each document is loaded once, changed in the order of the events, and written once.</summary>
/// <remarks>After an event that could not be applied its documents are neither here nor there: the whole fold is to be thrown away.</remarks>
internal sealed class DocumentFold<T>
    where T : class, IProjection<T>
{
    private readonly Dictionary<DocumentKey, DocumentSlot<T>> slots = [];

    public Dictionary<DocumentKey, DocumentSlot<T>> Slots => slots;

    public bool Holds(DocumentKey key) => slots.ContainsKey(key);

    public bool TryFind(DocumentKey key, [NotNullWhen(true)] out DocumentSlot<T>? slot) => slots.TryGetValue(key, out slot);

    public void Put(DocumentKey key, DocumentSlot<T> slot) => slots[key] = slot;

    /// <summary>Empties it for other events.</summary>
    public void Clear() => slots.Clear();

    /// <summary>Takes what a store holds of these keys; a key of which it holds nothing has no document.</summary>
    public void Load(IEnumerable<DocumentKey> keys, IReadOnlyList<StoredDocument> found)
    {
        foreach (var stored in found)
            slots[stored.Key] = DocumentJson<T>.Read(stored);
        foreach (var key in keys)
            slots.TryAdd(key, DocumentSlot<T>.Empty());
    }

    /// <summary>Applies an event to all of its documents; one that is not known is begun.</summary>
    public void Apply(ProjectedEvent item, in EventPlace place)
    {
        for (var index = 0; index < item.Count; index++)
        {
            var key = item[index];
            if (!slots.TryGetValue(key, out var slot))
                slots.Add(key, slot = DocumentSlot<T>.Empty());
            slot.Apply(key, item, place);
        }
    }

    /// <summary>What became of the documents since they were loaded; null where nothing did.</summary>
    public DocumentChanges? Changes(DocumentCollection collection)
    {
        var writes = new List<DocumentWrite>();
        var deletes = new List<DocumentKey>();
        foreach (var (key, slot) in slots)
        {
            if (!slot.IsChanged)
                continue;
            if (slot.Document is { } document)
                writes.Add(DocumentJson<T>.Write(key, document, slot.Metadata));
            else if (slot.IsStored)
                deletes.Add(key);
        }

        return writes.Count + deletes.Count == 0 ? null : new DocumentChanges(collection, writes, deletes);
    }
}
