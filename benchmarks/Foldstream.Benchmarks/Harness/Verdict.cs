namespace Foldstream.Benchmarks;

/// <summary>How a table says whether a target is met.</summary>
internal static class Verdict
{
    public static string Of(bool? isMet) => isMet switch
    {
        true => "met",
        false => "missed",
        null => "",
    };
}
