using System.Text.RegularExpressions;

namespace Foldstream.AotTests;

/// <summary>What is not told cannot be found in a publish.</summary>
public sealed partial class HiddenWarningsTests
{
    [Fact]
    public void No_library_hides_a_warning_of_trimming_or_native_compilation()
    {
        var files = Directory.GetFiles(Path.Combine(AotPublish.Root, "src", "Runtime"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".targets" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Concat(Directory.GetFiles(AotPublish.Root, "Directory.*.*").Append(Path.Combine(AotPublish.Root, ".editorconfig")))
            .ToList();

        Assert.True(files.Count > 100);
        Assert.DoesNotContain(files, file => HidingPattern().IsMatch(File.ReadAllText(file)));
    }

    [GeneratedRegex(@"UnconditionalSuppressMessage|\bIL[23]\d{3}\b")]
    private static partial Regex HidingPattern();
}
