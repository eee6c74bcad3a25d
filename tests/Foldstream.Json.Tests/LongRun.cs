namespace Foldstream.Json.Tests;

/// <summary>Random tests run briefly, and at length with <c>FOLDSTREAM_LONG=1</c> in the environment.</summary>
internal static class LongRun
{
    public static int Times(int briefly, int atLength) => Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1" ? atLength : briefly;
}
