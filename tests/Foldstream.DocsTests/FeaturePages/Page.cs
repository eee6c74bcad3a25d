namespace Foldstream.DocsTests;

/// <summary>A page of <c>docs</c> and the sections under its headings of the second level.</summary>
internal sealed record Page(string Path)
{
    private static readonly string[] AboutTheProject = ["README", "architecture", "adding-a-store", "adding-a-rule", "benchmarks", "packages", "first-steps"];

    /// <summary>The pages on features: all but those that are about the project, and those of single rules.</summary>
    public static IEnumerable<Page> OfFeatures() =>
        from path in All()
        where !AboutTheProject.Contains(System.IO.Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal)
        select new Page(path);

    public static IEnumerable<string> All() =>
        Repository.MarkdownFiles().Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && !path.StartsWith("docs/rules/", StringComparison.Ordinal));

    /// <summary>The sections in their order: the heading, and what stands under it.</summary>
    public IReadOnlyList<(string Heading, string Text)> Sections { get; } =
    [
        .. Repository.Read(Path).Split("\n## ").Skip(1).Select(section => section.Split('\n', 2)).Select(parts => (parts[0], parts[^1])),
    ];

    public string Section(string heading) => Sections.Single(section => section.Heading == heading).Text;
}
