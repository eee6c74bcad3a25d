namespace Foldstream.Generators;

/// <summary>The head of the files that read and write events.</summary>
internal static class EventJsonFile
{
    // #pragma warning disable CS0612, CS0618 // What is obsolete is still stored.
    //
    // using global::System;
    public static SourceWriter Start(string @namespace) => GeneratedFile.Start(@namespace)
        .Line("using global::System;")
        .Line()
        .Line("#pragma warning disable CS0612, CS0618 // What is obsolete is stored all the same.")
        .Line();
}
