using System.Collections;
using System.Globalization;

namespace Foldstream;

/// <summary>Collects the keys of the documents that one event changes; generated code fills it.</summary>
public sealed class DocumentKeys : IReadOnlyList<DocumentKey>
{
    private readonly List<DocumentKey> keys = [];

    /// <summary>The tenant of the event, which becomes that of the keys.</summary>
    public string Tenant { get; private set; } = "";

    /// <inheritdoc/>
    public int Count => keys.Count;

    /// <inheritdoc/>
    public DocumentKey this[int index] => keys[index];

    /// <summary>Empties the collection for the next event.</summary>
    public void Start(string tenant)
    {
        Tenant = tenant;
        keys.Clear();
    }

    /// <summary>Adds a key; null adds none, and one that is there already is not added again.</summary>
    /// <exception cref="ArgumentException">The key breaks the rules of <see cref="StreamId.Id"/>.</exception>
    public void Add(string? id)
    {
        if (id is null)
            return;
        StreamIdRules.CheckId(id);
        var key = new DocumentKey(id, Tenant);
        if (!keys.Contains(key))
            keys.Add(key);
    }

    /// <summary>Adds a key, written as <c>2f0d3a5e-…</c> in lower case.</summary>
    public void Add(Guid? id) => Add(id?.ToString("D"));

    /// <summary>Adds a key, written as decimal digits.</summary>
    public void Add(long? id) => Add(id?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a key, written as decimal digits.</summary>
    public void Add(ulong? id) => Add(id?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public IEnumerator<DocumentKey> GetEnumerator() => keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
