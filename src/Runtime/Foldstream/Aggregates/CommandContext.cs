namespace Foldstream;

/// <summary>What a command stamps on the events that it raises.</summary>
public sealed record CommandContext
{
    /// <summary>Nothing of it is set.</summary>
    internal static CommandContext Empty { get; } = new();

    /// <summary>When it happened. The default, null, is the store's clock.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>What connects everything that one request set in motion. The default is null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The command or event that caused this command. The default is null.</summary>
    public string? CausationId { get; init; }

    /// <summary>Who gives the command. The default is null.</summary>
    public string? Actor { get; init; }

    /// <summary>Anything else, as names and values. The default, null, is nothing.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// Names this command among those to its stream: a command whose key is stored does not run again.
    /// The default, null, runs it each time. A command that raised nothing left no key behind.
    /// </summary>
    /// <exception cref="ArgumentException">The key is blank or holds half a surrogate pair, so that it could stand for other commands too.</exception>
    public string? IdempotencyKey
    {
        get;
        init => field = value is null || (!string.IsNullOrWhiteSpace(value) && TextRules.CountUtf8(value) is not null)
            ? value
            : throw new ArgumentException(
                $"'{value}' is not an idempotency key: give text that names one command, or null for a command without a key.", nameof(IdempotencyKey));
    }

    internal EventMetadata Metadata => CorrelationId is null && CausationId is null && Actor is null && Headers is null
        ? EventMetadata.None
        : new EventMetadata
        {
            CorrelationId = CorrelationId,
            CausationId = CausationId,
            Actor = Actor,
            Headers = Headers ?? EventMetadata.None.Headers,
        };
}
