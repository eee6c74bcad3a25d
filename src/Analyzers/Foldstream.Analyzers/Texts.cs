using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>How messages name things.</summary>
internal static class Texts
{
    /// <summary>A type or member as a reader of the code knows it: without its namespace, a method with its parameters.</summary>
    public static string Short(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>A problem and its way out, as the second half of "X cannot be …: it is …".</summary>
    public static string Explain(this TypeProblem problem) => problem switch
    {
        TypeProblem.Record => "it is a record, and its state changes in place; make it a class",
        TypeProblem.Static => "it is static; make it a type with instances",
        TypeProblem.Abstract => "it is abstract; mark the types that derive from it instead",
        TypeProblem.RefStruct => "it is a ref struct, which can be neither kept nor passed on; make it a record or a struct",
        TypeProblem.Generic => "it, or a type around it, has type parameters; mark types without any",
        TypeProblem.FileLocal => "it, or a type around it, is seen by its own file only; remove 'file'",
        TypeProblem.Unreachable => "it, or a type around it, is private or protected, so generated code cannot name it; make it internal",
        TypeProblem.NoConstructor => "no constructor can be called without arguments; add one, which may be private",
        TypeProblem.RequiredMembers => "it has required members, which nobody sets when it is loaded; let a handler set them",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "There is nothing to explain."),
    };
}
