namespace Foldstream.AotTests;

/// <summary>What the walk over a store prints when all of it held.</summary>
internal static class Steps
{
    public static string Of(string store) => string.Join(
        '\n',
        new[] { "events in and out", "snapshots", "projections", "queries", "live projections", "rebuild", "subscriptions", "all steps held" }.Select(step => $"{store}: {step}"));
}
