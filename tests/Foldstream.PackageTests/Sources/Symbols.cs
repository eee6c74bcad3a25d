using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Foldstream.PackageTests;

/// <summary>What symbols tell of the sources: which there are, which they hold, and where the others are found.</summary>
/// <remarks>The ids are those of <see href="https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md">portable PDBs</see>.</remarks>
internal sealed class Symbols
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private readonly IReadOnlyDictionary<string, string> map;

    private Symbols(MetadataReader reader)
    {
        Documents = [.. reader.Documents.Select(handle => new SourceDocument(reader.GetString(reader.GetDocument(handle).Name), Find(reader, handle, EmbeddedSource) is not null))];
        map = Find(reader, EntityHandle.ModuleDefinition, SourceLink) is { } json
            ? JsonDocument.Parse(reader.GetBlobBytes(json)).RootElement.GetProperty("documents").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>The sources.</summary>
    public IReadOnlyList<SourceDocument> Documents { get; }

    /// <summary>Reads a file of symbols.</summary>
    public static Symbols OfFile(Stream file)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(file);
        return new Symbols(provider.GetMetadataReader());
    }

    /// <summary>Reads the symbols within an assembly.</summary>
    public static Symbols Within(Stream assembly)
    {
        using var image = new PEReader(assembly);
        using var provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        return new Symbols(provider.GetMetadataReader());
    }

    /// <summary>Where a source is found, by the patterns of Source Link; null where it is not told.</summary>
    public string? AddressOf(SourceDocument document) => map
        .Where(entry => document.Name.StartsWith(entry.Key.TrimEnd('*'), StringComparison.Ordinal))
        .Select(entry => entry.Value.Replace("*", document.Name[(entry.Key.Length - 1)..], StringComparison.Ordinal))
        .FirstOrDefault();

    private static BlobHandle? Find(MetadataReader reader, EntityHandle parent, Guid kind) => reader.GetCustomDebugInformation(parent)
        .Select(handle => reader.GetCustomDebugInformation(handle))
        .Where(information => reader.GetGuid(information.Kind) == kind)
        .Select(information => (BlobHandle?)information.Value)
        .FirstOrDefault();
}
