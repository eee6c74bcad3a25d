using System.Reflection;
using System.Runtime.CompilerServices;

namespace Foldstream.TestKit;

/// <summary>Checks by reflection that a generator's model can be cached: it holds values only, and equality compares them.</summary>
public static class ModelShape
{
    /// <summary>Fails when the model, or anything in it, is a Roslyn type: such a model keeps whole compilations alive and is never equal after an edit.</summary>
    /// <remarks>Enums and text positions of Roslyn are values, and allowed.</remarks>
    public static void AssertNoRoslynTypes(Type model) =>
        Fail(model, "holds a Roslyn type", Walk(model, descendIntoHandWritten: true).Where(part => IsRoslynType(part.Type)));

    /// <summary>Fails when a part of the model compares by reference, or could hold anything (object, an interface).</summary>
    /// <remarks>A type with an <c>Equals</c> written by hand is trusted with its own fields; that of a record is as good as its members.</remarks>
    public static void AssertValueEquality(Type model) =>
        Fail(model, "has no value equality", Walk(model, descendIntoHandWritten: false).Where(part => !HasValueEquality(part.Type)));

    private static void Fail(Type model, string complaint, IEnumerable<(string Path, Type Type)> offenders)
    {
        var lines = offenders.Select(part => $"{part.Path} is {part.Type}").ToList();
        if (lines.Count > 0)
            Assert.Fail($"The model {model.Name} {complaint}:\n{DiagnosticText.Lines(lines)}");
    }

    private static List<(string Path, Type Type)> Walk(Type model, bool descendIntoHandWritten)
    {
        var seen = new HashSet<Type>();
        var found = new List<(string Path, Type Type)>();
        Visit(model.Name, model);
        return found;

        void Visit(string path, Type type)
        {
            if (!seen.Add(type))
                return;
            found.Add((path, type));
            foreach (var argument in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
                Visit($"{path}<{argument.Name}>", argument);
            if (IsOurs(type) && (descendIntoHandWritten || !HasHandWrittenEquals(type)))
                foreach (var field in FieldsOf(type))
                    Visit($"{path}.{NameOf(field)}", field.FieldType);
            foreach (var derived in DerivedFrom(type))
                Visit($"{path} as {derived.Name}", derived);
        }
    }

    // What is declared as a base may hold each of its kinds.
    private static IEnumerable<Type> DerivedFrom(Type type) =>
        IsOurs(type) && type is { IsClass: true, IsSealed: false } ? type.Assembly.GetTypes().Where(candidate => candidate.BaseType == type) : [];

    private static IEnumerable<FieldInfo> FieldsOf(Type? type)
    {
        const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        for (; type is not null && IsOurs(type); type = type.BaseType)
            foreach (var field in type.GetFields(Declared))
                yield return field;
    }

    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static bool IsOurs(Type type) =>
        !type.IsGenericParameter && !type.IsPrimitive && !type.IsEnum && !type.IsArray && !IsRoslynAssembly(type)
        && type.Namespace is { } name && name != "System" && !name.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsRoslynAssembly(Type type) =>
        type.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static bool IsRoslynType(Type type) =>
        IsRoslynAssembly(type) && !type.IsEnum && !(type.IsValueType && type.Namespace == "Microsoft.CodeAnalysis.Text");

    private static bool HasValueEquality(Type type)
    {
        if (type.IsGenericParameter || type.IsPrimitive || type.IsEnum)
            return true;
        return !type.IsArray && !IsImmutableArray(type) && type != typeof(object)
            && OwnEquals(type).Any(equals => equals.GetParameters() is [var other] && other.ParameterType == typeof(object));
    }

    // It compares the arrays inside by reference, though it looks like a value.
    private static bool IsImmutableArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>);

    private static bool HasHandWrittenEquals(Type type) => OwnEquals(type).Any(equals => !equals.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static IEnumerable<MethodInfo> OwnEquals(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => method.Name == nameof(Equals));
}
