namespace Foldstream.Postgres.Tests;

/// <summary>Whether the tests run at length: <c>FOLDSTREAM_LONG=1</c> in the environment.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1";
}
