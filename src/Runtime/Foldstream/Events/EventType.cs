using System.Globalization;

namespace Foldstream;

/// <summary>What kind of event was stored: its stored name and the version of its schema.</summary>
/// <param name="Name">The stored name, such as <c>money-deposited</c>.</param>
/// <param name="Version">The version of the schema, from 1. The default is 1.</param>
public readonly record struct EventType(string Name, int Version = 1)
{
    internal const int LongestName = 200;

    /// <summary>The name, and the version after <c>@</c> where it is above 1.</summary>
    public override string ToString() =>
        Version == 1 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name}@{Version}");

    /// <summary>Checks the rules of a stored name: 1 to 200 characters, none of them a control character; version 1 or more.</summary>
    internal EventType Checked()
    {
        var wellFormed = !string.IsNullOrWhiteSpace(Name)
            && Name.Length <= LongestName
            && TextRules.FindControl(Name) is null
            && TextRules.CountUtf8(Name) is not null;
        if (!wellFormed)
            throw new ArgumentException(
                $"'{Name}' is not a name for stored events: it has 1 to {LongestName} characters, and no control characters among them.");
        return Version < 1
            ? throw new ArgumentException($"Event '{Name}' has schema version {Version}; versions start at 1.")
            : this;
    }
}
