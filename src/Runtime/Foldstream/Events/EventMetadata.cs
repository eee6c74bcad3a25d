using System.Collections.ObjectModel;

namespace Foldstream;

/// <summary>What is known about an event beside its content: who and what caused it, and anything else.</summary>
public sealed record EventMetadata
{
    private readonly IReadOnlyDictionary<string, string> headers = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>No metadata; stored as nothing at all.</summary>
    public static EventMetadata None { get; } = new();

    /// <summary>What connects everything that one request set in motion. The default is null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The command or event that directly caused this event. The default is null.</summary>
    public string? CausationId { get; init; }

    /// <summary>Who did it. The default is null.</summary>
    public string? Actor { get; init; }

    /// <summary>Anything else, as names and values. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get => headers;
        init => headers = value.Count == 0
            ? ReadOnlyDictionary<string, string>.Empty
            : new SortedDictionary<string, string>(value.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal).AsReadOnly();
    }

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsNone => CorrelationId is null && CausationId is null && Actor is null && Headers.Count == 0;

    /// <summary>Equal when all fields and all headers are.</summary>
    public bool Equals(EventMetadata? other) =>
        other is not null
        && CorrelationId == other.CorrelationId
        && CausationId == other.CausationId
        && Actor == other.Actor
        && Headers.SequenceEqual(other.Headers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(CorrelationId, CausationId, Actor, Headers.Count);
}
