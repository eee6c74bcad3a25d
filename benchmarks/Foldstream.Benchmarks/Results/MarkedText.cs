namespace Foldstream.Benchmarks;

/// <summary>Parts of a page that the program writes, between two comments; the rest is written by people.</summary>
internal static class MarkedText
{
    public static string Replace(string page, string name, string text)
    {
        var (begin, end) = ($"<!-- measured: {name} -->\n", $"<!-- end: {name} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
            throw new InvalidOperationException($"The page has no place between '{begin.Trim()}' and '{end}' for what was measured.");
        return $"{page[..(from + begin.Length)]}{text.Trim('\n')}\n{page[to..]}";
    }
}
