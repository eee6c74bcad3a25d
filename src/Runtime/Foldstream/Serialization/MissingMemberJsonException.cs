using System.Text.Json;

namespace Foldstream;

/// <summary>A member that an event cannot do without is not in its stored content.</summary>
/// <remarks>Thrown by generated readers; <see cref="EventReadException"/> carries it on with the event's address.</remarks>
public sealed class MissingMemberJsonException : JsonException
{
    /// <summary>Names the member, as it is written in JSON.</summary>
    public MissingMemberJsonException(string member)
        : base($"the required member '{member}' is missing") => Member = member;

    /// <summary>The member, as it is written in JSON.</summary>
    public string Member { get; }
}
