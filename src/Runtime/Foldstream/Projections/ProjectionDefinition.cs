namespace Foldstream;

/// <summary>What a projection is called, what it wants to read, and how its documents are queried; generated.</summary>
public sealed record ProjectionDefinition
{
    /// <summary>The name, in kebab-case.</summary>
    public required string Name { get; init; }

    /// <summary>The category that it reads; null for every category.</summary>
    public string? Category { get; init; }

    /// <summary>The stored names of the events that it handles: nothing else is read for it.</summary>
    public required IReadOnlyList<string> EventNames { get; init; }

    /// <summary>Whether each document follows from one stream alone.</summary>
    public bool IsSingleStream { get; init; }

    /// <summary>Whether events of different streams may be applied to one document in any order.</summary>
    public bool IsCommutative { get; init; }

    /// <summary>Whether a handler or key asks for an <see cref="EventContext"/>.</summary>
    public bool UsesContext { get; init; }

    /// <summary>The public members of the documents, by which they are queried.</summary>
    /// <exception cref="ArgumentException">The name of a member begins with <c>$</c>, as those of <see cref="DocumentFields"/> do.</exception>
    public required FieldSchema Fields
    {
        get;
        init
        {
            var reserved = value.Members.Keys.FirstOrDefault(name => name.StartsWith(DocumentFields.Sign));
            field = reserved is null
                ? value
                : throw new ArgumentException($"Member '{reserved}' of a projection begins with '$', as the fields of every document do: give it another name in JSON.", nameof(value));
        }
    }

    /// <summary>The fields that stores keep indexes for.</summary>
    public IReadOnlyList<FieldPath> Indexes { get; init; } = [];

    /// <summary>Whether several partitions may feed its documents.</summary>
    public bool IsPartitionable => IsSingleStream || IsCommutative;
}
