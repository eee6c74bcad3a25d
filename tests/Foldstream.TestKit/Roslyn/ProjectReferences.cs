using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Foldstream.TestKit;

/// <summary>What a test's project refers to: the running framework, because the runtime assemblies beside the tests are built for it, and Foldstream.</summary>
internal static class ProjectReferences
{
    private static readonly Lazy<MetadataReference[]> Framework = new(OfFramework);
    private static readonly ConcurrentDictionary<string, MetadataReference> ByPath = new(StringComparer.Ordinal);

    public static IEnumerable<MetadataReference> Of(CompileOptions options) =>
        [.. Framework.Value, .. options.References.Append(Assembly.Load("Foldstream")).Distinct().Select(assembly => FromFile(assembly.Location))];

    private static MetadataReference[] OfFramework()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        // The host lists the core library twice.
        var paths = trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder).Distinct(StringComparer.Ordinal);
        return [.. paths.Select(FromFile)];
    }

    private static MetadataReference FromFile(string path) => ByPath.GetOrAdd(path, static file => MetadataReference.CreateFromFile(file));
}
