namespace Foldstream;

/// <summary>The version that a writer believes a stream to have: the optimistic lock of an append.</summary>
/// <remarks>Versions are those of <see cref="StreamVersion"/>: 0-based, so <c>Exactly(0)</c> is a stream of one event.</remarks>
public sealed record ExpectedVersion : WriteCondition
{
    private readonly Kind kind;
    private readonly StreamVersion version;

    private ExpectedVersion(Kind kind, StreamVersion version = default)
    {
        this.kind = kind;
        this.version = version;
    }

    private enum Kind
    {
        Any,
        NoStream,
        Exists,
        Exactly,
    }

    /// <summary>Whatever the stream holds, append.</summary>
    public static ExpectedVersion Any { get; } = new(Kind.Any);

    /// <summary>The stream has no events yet.</summary>
    public static ExpectedVersion NoStream { get; } = new(Kind.NoStream);

    /// <summary>The stream has at least one event.</summary>
    public static ExpectedVersion Exists { get; } = new(Kind.Exists);

    /// <summary>The stream's last event has this version; <see cref="StreamVersion.None"/> is the same as <see cref="NoStream"/>.</summary>
    public static ExpectedVersion Exactly(StreamVersion version) =>
        version.IsNone ? NoStream : new(Kind.Exactly, version);

    /// <summary>The one version that is accepted, or null where several are: for the authors of stores.</summary>
    public StreamVersion? ExactVersion => kind switch
    {
        Kind.NoStream => StreamVersion.None,
        Kind.Exactly => version,
        _ => null,
    };

    /// <inheritdoc/>
    public override string Description => kind switch
    {
        Kind.Any => "any version",
        Kind.NoStream => "no stream",
        Kind.Exists => "an existing stream",
        _ => $"version {version}",
    };

    /// <inheritdoc/>
    public override bool IsMetBy(StreamHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Accepts(head.Version);
    }

    /// <summary>Whether it holds of a stream of that version: for the authors of stores, who then need not know more of the stream.</summary>
    public bool Accepts(StreamVersion actual) => kind switch
    {
        Kind.Any => true,
        Kind.Exists => !actual.IsNone,
        Kind.NoStream => actual.IsNone,
        _ => actual == version,
    };

    internal override WriteConditionException Failure(StreamHead head) => new WrongExpectedVersionException(this, head);
}
