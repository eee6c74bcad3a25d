using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Foldstream.TestKit;
using PublicApiGenerator;

namespace Foldstream.PublicApiTests;

/// <summary>What each package offers, as a person has reviewed it: a change of it is seen in a file of the change.</summary>
/// <remarks>docs/packages.md says how a change is accepted.</remarks>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        // What names the build, and friends of the project, are nothing that a user programs against.
        ExcludeAttributes =
        [
            typeof(AssemblyMetadataAttribute).FullName!,
            typeof(InternalsVisibleToAttribute).FullName!,
            typeof(System.Runtime.Versioning.TargetFrameworkAttribute).FullName!,
            typeof(AsyncIteratorStateMachineAttribute).FullName!,
        ],
        DenyNamespacePrefixes = [],
        UseDenyNamespacePrefixesForExtensionMethods = false,
    };

    public static TheoryData<string> Packages =>
        new(Directory.GetDirectories(Path.Combine(Repository(), "src", "Runtime")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Packages))]
    public Task Is_as_reviewed(string package) => Verifier.Verify(ApiOf(package, "net10.0"));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Is_the_same_for_every_framework(string package) => Assert.Equal(ApiOf(package, "net10.0"), ApiOf(package, "net9.0"));

    private static string ApiOf(string package, string framework)
    {
        var configuration = typeof(PublicApiTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var file = Path.Combine(Repository(), "src", "Runtime", package, "bin", configuration, framework, $"{package}.dll");
        // One assembly under one name for two frameworks: each is loaded by itself, and only to be read.
        var context = new AssemblyLoadContext(file, isCollectible: true);
        try
        {
            return context.LoadFromAssemblyPath(file).GeneratePublicApi(Options);
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
