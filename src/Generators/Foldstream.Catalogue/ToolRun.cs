namespace Foldstream.Catalogue;

/// <summary>A run of the tool: what it is asked for, and how it tells of failures.</summary>
internal static class ToolRun
{
    private const string Usage = "usage: catalogue <assembly> <folder> | baseline <assembly> <project folder>";

    /// <summary>0 where all was written; 1 where something stands in the way, told as the build tells errors.</summary>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        try
        {
            foreach (var written in Write(arguments))
                output.WriteLine($"{written} was written.");
            return 0;
        }
        catch (ToolException exception)
        {
            foreach (var problem in exception.Problems)
                errors.WriteLine(problem);
            return 1;
        }
    }

    private static IReadOnlyList<string> Write(string[] arguments) => arguments switch
    {
        ["catalogue", var assembly, var folder] => CatalogueFiles.Write(AssemblyCatalogue.Read(assembly), folder),
        ["baseline", var assembly, var folder] => BaselineFiles.Write(AssemblyCatalogue.Read(assembly), folder),
        _ => throw new ToolException($"Foldstream.Catalogue : error : {Usage}"),
    };
}
