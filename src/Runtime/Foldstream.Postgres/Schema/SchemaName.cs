using System.Text;

namespace Foldstream.Postgres;

/// <summary>The name of a database schema, and the names within it, as SQL takes them.</summary>
internal sealed class SchemaName(string name)
{
    private const int LongestInBytes = 63;

    public string Name => name;

    /// <summary>As an identifier: <c>"foldstream"</c>.</summary>
    public string Quoted { get; } = Quote(name);

    /// <summary>The sequence of the positions as the argument of <c>nextval</c>.</summary>
    public string PositionsLiteral => Literal(Quoted + ".positions");

    /// <summary>The channel of its notifications: a name of at most 63 bytes that follows from the schema's.</summary>
    public string Channel => "foldstream_" + Digest;

    /// <summary>The setting by which an append says which inline projections it runs.</summary>
    public string InlineSetting => "foldstream.inline_" + Digest;

    private string Digest => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12));

    public static string Quote(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Literal(string text) =>
        (text.Contains('\\', StringComparison.Ordinal) ? " E'" : "'")
        + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Check(string name, string what = "schema")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var wellFormed = Encoding.UTF8.GetByteCount(name) <= LongestInBytes
            && !name.StartsWith("pg_", StringComparison.OrdinalIgnoreCase)
            && !name.Any(char.IsControl);
        return wellFormed
            ? name
            : throw new ArgumentException(
                $"'{name}' is not a name for a {what}: it has at most {LongestInBytes} bytes of UTF-8, no control characters, and does not begin with 'pg_'.");
    }
}
