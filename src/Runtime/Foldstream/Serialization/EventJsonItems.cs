using System.Buffers;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Foldstream;

/// <summary>Collects the elements of an array in a pooled buffer, so that what is read costs its own bytes only.</summary>
/// <remarks>One of the methods that make the collection ends its use. A buffer that an error left behind is collected as garbage.</remarks>
/// <typeparam name="T">The elements.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct EventJsonItems<T>
{
    private const int FirstLength = 16;

    private T[]? buffer;
    private int count;

    private readonly ReadOnlySpan<T> Items => buffer.AsSpan(0, count);

    /// <summary>Adds an element.</summary>
    public void Add(T item)
    {
        if (buffer is null || count == buffer.Length)
            Grow();
        buffer![count++] = item;
    }

    /// <summary>The elements in an array.</summary>
    public T[] ToArray()
    {
        var array = Items.ToArray();
        Return();
        return array;
    }

    /// <summary>The elements in a list of their number.</summary>
    public List<T> ToList()
    {
        var list = new List<T>(count);
        list.AddRange(Items);
        Return();
        return list;
    }

    /// <summary>The elements in an immutable array.</summary>
    public ImmutableArray<T> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(ToArray());

    /// <summary>The elements in an immutable list.</summary>
    public ImmutableList<T> ToImmutableList()
    {
        var list = ImmutableList.Create(Items);
        Return();
        return list;
    }

    /// <summary>The elements in a set, each once.</summary>
    public HashSet<T> ToHashSet()
    {
        var set = new HashSet<T>(count);
        foreach (var item in Items)
            set.Add(item);
        Return();
        return set;
    }

    /// <summary>The elements in an immutable set, each once.</summary>
    public ImmutableHashSet<T> ToImmutableHashSet()
    {
        var set = ImmutableHashSet.Create(Items);
        Return();
        return set;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(buffer is null ? FirstLength : buffer.Length * 2);
        Items.CopyTo(larger);
        var kept = count;
        Return();
        (buffer, count) = (larger, kept);
    }

    private void Return()
    {
        if (buffer is null)
            return;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(buffer, 0, count);
        ArrayPool<T>.Shared.Return(buffer);
        (buffer, count) = (null, 0);
    }
}
