namespace Foldstream.PackageTests;

/// <summary>A project as a user has it: a few lines that name the packages, and code.</summary>
internal sealed class UserProject
{
    private readonly string folder;

    private UserProject(string folder) => this.folder = folder;

    /// <summary>Writes a project into a folder of its own below one that several share.</summary>
    public static async Task<UserProject> WriteAsync(string parent, string name, string outputType, string references, string code)
    {
        var folder = Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Code.cs"), code);
        return new UserProject(folder);
    }

    /// <summary>The exit code and what the build printed.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync() => Dotnet.TryAsync(folder, "build", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false");

    /// <summary>What the program prints; it is built already.</summary>
    public Task<string> RunAsync() => Dotnet.RunAsync(folder, "run", "--no-build");
}
