using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>Finds the catalogue in a compiled assembly, which is not loaded: it may be built for anything.</summary>
internal static class AssemblyCatalogue
{
    private const ushort Prolog = 1;

    /// <exception cref="ToolException">The assembly carries no catalogue.</exception>
    public static EventCatalogue Read(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var text = Find(image.GetMetadataReader())
            ?? throw new ToolException($"{path} : error : the assembly carries no catalogue of its events: build it with the generator of Foldstream and <FoldstreamCatalogue>true</FoldstreamCatalogue>");
        return EventCatalogue.Parse(text);
    }

    private static string? Find(MetadataReader metadata)
    {
        foreach (var handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (IsAssemblyMetadata(metadata, attribute) && Find(metadata.GetBlobReader(attribute.Value)) is { } text)
                return text;
        }

        return null;
    }

    // [assembly: AssemblyMetadata("Foldstream.Catalogue", "{ … }")]
    private static string? Find(BlobReader arguments) =>
        arguments.ReadUInt16() == Prolog && arguments.ReadSerializedString() == EventCatalogue.MetadataKey ? arguments.ReadSerializedString() : null;

    private static bool IsAssemblyMetadata(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor is { Kind: HandleKind.MemberReference } constructor
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Name, "AssemblyMetadataAttribute")
        && metadata.StringComparer.Equals(type.Namespace, "System.Reflection");
}
