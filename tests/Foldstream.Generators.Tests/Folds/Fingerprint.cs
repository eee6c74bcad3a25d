using System.Text.RegularExpressions;

namespace Foldstream.Generators.Tests;

/// <summary>Reads fingerprints where a user's code finds them.</summary>
internal static partial class Fingerprint
{
    /// <summary>The fingerprint in a generated file; everything has to compile, or it would prove nothing.</summary>
    public static string Of(GeneratorRun run, string hintName) => In(run.AssertCompiles(), hintName);

    /// <summary>The fingerprint in a generated file.</summary>
    public static string In(GeneratorRun run, string hintName) =>
        Written().Match(run.Generated(hintName)).Groups["fingerprint"].Value is { Length: 32 } fingerprint
            ? fingerprint
            : throw new InvalidOperationException($"{hintName} holds no fingerprint.");

    [GeneratedRegex("FoldFingerprint => \"(?<fingerprint>[0-9a-f]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
