using Microsoft.CodeAnalysis.Text;

namespace Foldstream.Generators;

/// <summary>Prints the catalogue as a constant in the assembly's metadata, from which the build writes files.</summary>
internal static class CatalogueEmitter
{
    private const string Quotes = "\"\"\"\"";

    // // The events of this assembly: the build makes files of them.
    // [assembly: global::System.Reflection.AssemblyMetadata("Foldstream.Catalogue", """"
    // { … }
    // """")]
    public static SourceText Emit(EventCatalogue catalogue) => GeneratedFile.Start("")
        .Line("// The events of this assembly: the build makes files of them.")
        .Line($"[assembly: global::System.Reflection.AssemblyMetadata({GeneratedFile.Literal(EventCatalogue.MetadataKey)}, {Quotes}")
        .Lines(catalogue.ToText().TrimEnd('\n').Split('\n'))
        .Line($"{Quotes})]")
        .ToSourceText();
}
