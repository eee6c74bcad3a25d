using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Foldstream;

/// <summary>What is known about an event beside its content: who and what caused it, and anything else.</summary>
/// <remarks>Text with half a surrogate pair has no stored form and is refused with <see cref="ArgumentException"/>, and so is a header without a value.</remarks>
public sealed record EventMetadata
{
    /// <summary>No metadata; stored as nothing at all.</summary>
    public static EventMetadata None { get; } = new();

    /// <summary>What connects everything that one request set in motion. The default is null.</summary>
    public string? CorrelationId { get; init => field = Checked(value, nameof(CorrelationId)); }

    /// <summary>The command or event that directly caused this event. The default is null.</summary>
    public string? CausationId { get; init => field = Checked(value, nameof(CausationId)); }

    /// <summary>Who did it. The default is null.</summary>
    public string? Actor { get; init => field = Checked(value, nameof(Actor)); }

    /// <summary>Anything else, as names and values. The default is empty.</summary>
    public IReadOnlyDictionary<string, string> Headers
    {
        get;
        init => field = value.Count == 0 ? ReadOnlyDictionary<string, string>.Empty : Sorted(value);
    } = ReadOnlyDictionary<string, string>.Empty;

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

    private static ReadOnlyDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> headers)
    {
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in headers)
        {
            var given = value ?? throw new ArgumentException($"The header '{name}' has no value: leave it out.", nameof(Headers));
            sorted.Add(Checked(name, nameof(Headers)), Checked(given, nameof(Headers)));
        }

        return sorted.AsReadOnly();
    }

    // A store would write something else in its place, and each store something else.
    [return: NotNullIfNotNull(nameof(text))]
    private static string? Checked(string? text, string name) => text is null || TextRules.CountUtf8(text) is not null
        ? text
        : throw new ArgumentException($"{name} holds half a surrogate pair, so it has no UTF-8 form.", name);
}
