using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>The upcaster that would lead on from a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Takes">The shape of the version; null for JSON.</param>
/// <param name="Gives">The next shape; null for the JSON of the next version.</param>
internal readonly record struct MissingUpcaster(int Version, INamedTypeSymbol? Takes, INamedTypeSymbol? Gives)
{
    private const string JsonObject = "JsonObject";

    public string Signature => Write(type => type?.Short() ?? JsonObject);

    public static MissingUpcaster Of(EventVersions versions, int version)
    {
        var takes = versions.Find(version);
        return new MissingUpcaster(version, takes, takes is null ? null : versions.Types.First(type => EventShape.SchemaVersion(type) > version));
    }

    /// <summary>Its head, with types as their place calls them; null is JSON.</summary>
    public string Write(Func<INamedTypeSymbol?, string> name) => Takes is null
        ? $"[Upcast(from: {Version})] public static {name(null)} FromV{Version}({name(null)} old)"
        : $"[Upcast] {Access} static {name(Gives)} From({name(Takes)} old)";

    private string Access => new[] { Takes, Gives }.All(type => ConverterName.Accessibility(type!) == "public") ? "public" : "internal";
}
