namespace Bank;

/// <summary>A file of bookings has rows that cannot be read; none of its rows is used.</summary>
internal sealed class MalformedFileException : Exception
{
    private const int ShownRows = 20;

    public MalformedFileException(string path, IReadOnlyList<MalformedRowException> rows)
        : base(Describe(path, rows)) => Rows = rows;

    public IReadOnlyList<MalformedRowException> Rows { get; }

    private static string Describe(string path, IReadOnlyList<MalformedRowException> rows)
    {
        var lines = rows.Take(ShownRows).Select(row => $"{path}:{row.Line}: {row.Problem}").ToList();
        if (rows.Count > ShownRows)
            lines.Add($"… and {rows.Count - ShownRows} more.");
        lines.Add($"Malformed rows: {rows.Count}. Nothing of the file was imported; correct it and import it again.");
        return string.Join(Environment.NewLine, lines);
    }
}
