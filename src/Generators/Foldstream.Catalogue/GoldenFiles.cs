using Foldstream.Generators;

namespace Foldstream.Catalogue;

/// <summary>Records one payload for each version of an event; what is there is never written again.</summary>
internal static class GoldenFiles
{
    /// <returns>The files that were written.</returns>
    public static IEnumerable<string> Write(SchemaBaseline baseline, string folder) =>
        from known in baseline.Events
        from schema in known.Versions
        let path = Path.Combine(folder, EventFileName.Of(schema))
        where !File.Exists(path)
        from written in TextFile.Write(path, SamplePayload.Of(schema))
        select written;
}
